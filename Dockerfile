# The service in a container: one image for the server, workers and every other command.
# How it is run: docs/service/operating.md.
ARG PYTHON=3.11-slim-bookworm

FROM python:${PYTHON} AS build
WORKDIR /src
# Where pip looks for packages is the builder's to say: its own settings hold (--build-arg).
ARG PIP_INDEX_URL
ARG PIP_EXTRA_INDEX_URL
RUN python -m venv /opt/koalition
COPY constraints.txt requirements.lock pyproject.toml README.md LICENSE ./
COPY models models
COPY data data
COPY matcher matcher
COPY api api
RUN /opt/koalition/bin/python -m pip install --no-cache-dir \
    --constraint constraints.txt --constraint requirements.lock '.[postgres]'

FROM python:${PYTHON}
RUN groupadd --system --gid 10001 koalition \
    && useradd --system --uid 10001 --gid koalition --home-dir /var/lib/koalition \
        --no-create-home --shell /usr/sbin/nologin koalition \
    && install --directory --owner koalition --group koalition --mode 0700 \
        /var/lib/koalition /var/cache/koalition
COPY --from=build /opt/koalition /opt/koalition
ENV PATH=/opt/koalition/bin:$PATH \
    HOME=/var/lib/koalition \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    KOALITION_ENV=production \
    KOALITION_STATE_DIR=/var/lib/koalition \
    KOALITION_CACHE_DIR=/var/cache/koalition
VOLUME ["/var/lib/koalition", "/var/cache/koalition"]
WORKDIR /var/lib/koalition
USER 10001:10001
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/health/ready', timeout=4)"]
ENTRYPOINT ["koalition"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000", "--log", "info"]
