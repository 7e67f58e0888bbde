"""The engine: joins the stages and maps one pure function over the inputs.

Import from its modules: the driver of a run needs neither spaCy nor readers, which take a second to load.
"""
