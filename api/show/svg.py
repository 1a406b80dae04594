"""Elements of inline SVG, escaped, with coordinates written short."""

from collections.abc import Iterable

from markupsafe import Markup, escape


def number(value: float) -> str:
    """Write a coordinate with one decimal at most, without a negative zero.

    Examples
    --------
    >>> number(-0.02), number(12.345)
    ('0', '12.3')
    """
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def tag(name: str, *content: str, **attributes: str | float | None) -> Markup:
    """Write one element; content and values are escaped unless they are markup.

    Underscores in attributes' names become hyphens, a trailing one is dropped, and an
    attribute that is None is left out.

    Examples
    --------
    >>> str(tag("text", "A & B", x=1.5, class_="name"))
    '<text x="1.5" class="name">A &amp; B</text>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_plain(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>{join(content)}</{name}>")


def join(parts: Iterable[str]) -> Markup:
    """Put elements behind each other."""
    return Markup("").join(parts)


def picture(
    anchor: str,
    width: float,
    height: float,
    content: Iterable[str],
    *,
    title: str,
    description: str,
    class_: str,
) -> Markup:
    """Write a whole picture with its title and its description for those who can't see it.

    Parameters
    ----------
    anchor : str
        Id that no other picture of the page has.
    """
    return tag(
        "svg",
        tag("title", title, id=f"{anchor}-title"),
        tag("desc", description, id=f"{anchor}-desc"),
        *content,
        role="img",
        aria_labelledby=f"{anchor}-title {anchor}-desc",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        class_=class_,
    )


def polygon(corners: Iterable[tuple[float, float]], *content: str, class_: str) -> Markup:
    """Write a closed shape by its corners."""
    points = " ".join(f"{number(x)},{number(y)}" for x, y in corners)
    return tag("polygon", *content, points=points, class_=class_)


def icon(shape: Markup) -> Markup:
    """Write a shape about (7, 7) as a sign beside its name in running text."""
    return tag(
        "svg",
        shape,
        viewBox="0 0 14 14",
        width=14,
        height=14,
        class_="symbol",
        aria_hidden="true",
    )


def _plain(value: str | float) -> str:
    return value if isinstance(value, str) else number(value)
