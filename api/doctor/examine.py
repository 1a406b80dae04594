"""Looks at every part of the installation."""

from api.doctor.cache import examine_cache
from api.doctor.models import examine_models
from api.doctor.packages import examine_packages
from api.doctor.service import examine_service
from api.doctor.settings import examine_settings
from api.doctor.solvers import examine_solvers
from models.installation import Examination


def examine() -> Examination:
    """Look at packages, settings, cache, database, queue, disk, models and solvers."""
    settings, told = examine_settings()
    return Examination(
        findings=(
            *examine_packages(),
            *told,
            *examine_cache(settings.cache_dir),
            *examine_service(settings),
            *examine_models(settings),
            *examine_solvers(),
        )
    )
