"""The engine: joins the stages and maps one pure function over the inputs."""

from pipeline.run.core import Models, load_models, process
from pipeline.run.engine import Summary, run_inputs
from pipeline.run.inputs import InputError, list_sources
from pipeline.run.store import Store

__all__ = ["InputError", "Models", "Store", "Summary", "list_sources", "load_models", "process", "run_inputs"]
