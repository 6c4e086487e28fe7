"""Static files under names that carry their hash, ES imports rewritten too."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Hashed and precompressed; a module that imports another asks for its hashed name."""

    support_js_module_import_aggregation = True
    manifest_strict = True
