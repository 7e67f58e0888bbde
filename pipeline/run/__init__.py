"""The engine: joins the stages and maps one pure function over the inputs."""

from pipeline.run.cluster import ClusterError
from pipeline.run.core import Models, load_models, process
from pipeline.run.curated import map_curated
from pipeline.run.engine import Summary, map_sources, write_outcomes
from pipeline.run.inputs import InputError, list_sources
from pipeline.run.parallel import map_parallel
from pipeline.run.pool import Limits, WorkerError
from pipeline.run.store import Store

__all__ = [
    "ClusterError",
    "InputError",
    "Limits",
    "Models",
    "Store",
    "Summary",
    "WorkerError",
    "list_sources",
    "load_models",
    "map_curated",
    "map_parallel",
    "map_sources",
    "process",
    "write_outcomes",
]
