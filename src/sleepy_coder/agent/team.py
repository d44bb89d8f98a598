"""Who may be asked: a library's router and skills, and a language model, loaded when the first question comes."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sleepy_coder.embedded.location import EMBEDDED, library_folder, model_folder
from sleepy_coder.errors import ModelBroken, UsageError
from sleepy_coder.lm.model import LanguageModel, ModelIdentity
from sleepy_coder.paths import Paths
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.manifest import FILE, read_manifest
from sleepy_coder.registry.version import Version
from sleepy_coder.routing.library_router import library_router
from sleepy_coder.routing.router import FixedRouter, Router
from sleepy_coder.routing.signature_router import SignatureRouter
from sleepy_coder.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from sleepy_coder.lm.local import LocalModel


@dataclass(slots=True)
class Team:
    """A router, and the model behind it with the skills of one library version (None: no library, the router abstains).

    `model` loads on the first call and raises ModelBroken if it cannot; `identity` before that knows the name alone.
    """

    router: Router
    library: Version | None
    name: str
    loader: "Callable[[], LanguageModel]"
    served_remotely: str | None = None  # the version whose skills a server has, which nothing loads here
    _loaded: LanguageModel | None = field(default=None)

    def model(self) -> LanguageModel:
        """The model, with the library's skills loaded."""
        if self._loaded is None:
            model = self.loader()
            if self.library is not None:
                expected = self.library.manifest.base_model.digest
                if expected != model.identity.digest:
                    raise ModelBroken(
                        f"library {self.library.id} was made for the weights {expected[:12]}, "
                        f"but {self.name} has {model.identity.digest[:12]}: reinstall sleepy-coder or roll back"
                    )
                model.load_library(self.library.path)
            self._loaded = model
        return self._loaded

    @property
    def identity(self) -> ModelIdentity:
        """Name and digest of the weights; the digest is empty while no question has come."""
        return self._loaded.identity if self._loaded is not None else ModelIdentity(self.name, "")

    @property
    def library_id(self) -> str | None:
        """The library's version."""
        return self.library.id if self.library is not None else self.served_remotely


def assemble(paths: Paths, settings: Settings, version: str | None = None) -> Team:
    """The team for work with the settings' model under the library of its own that is served, or under `version`.

    On first use the package's own library is installed for the embedded model; any other starts without one. Raises
    ModelBroken for a damaged library, UsageError for an unknown version.
    """
    model = settings.model
    if is_server(model):
        return _remote(paths, settings, version)
    library = _library(paths.of(model), version)
    router: Router = library_router(library.manifest, library.path) if library is not None else FixedRouter()
    return Team(router, library, model, lambda: open_local(settings))


def is_server(model: str) -> bool:
    """Whether a model's name is that of one behind a server."""
    return model.startswith(("http://", "https://"))


def refuse_server(model: str) -> None:
    """For what needs weights. Raises UsageError."""
    if is_server(model):
        raise UsageError(f"this needs a model's weights, which {model} does not give: name a folder or an id")


def open_local(settings: Settings) -> "LocalModel":
    """The settings' model in this process. Raises ModelBroken, UsageError for a server's."""
    model = settings.model
    refuse_server(model)
    if model == EMBEDDED and not model_folder().is_dir():
        raise ModelBroken(
            "the embedded model's weights are missing, so nobody can answer what the compiler has no suggestion for: "
            "reinstall sleepy-coder, or name another model with --model"
        )
    from sleepy_coder.lm import local  # torch takes seconds to import, and stage 0 does without

    device = None if settings.device == "auto" else settings.device
    return local.load(model, device=device, precision=settings.precision)


def _library(paths: Paths, version: str | None) -> Version | None:
    registry = Registry(paths.base)
    if version is not None:
        return registry.load(version)
    if paths.model == EMBEDDED and registry.current_id() is None and (library_folder() / FILE).is_file():
        return registry.install_initial(library_folder())
    return registry.current()


def _remote(paths: Paths, settings: Settings, version: str | None) -> Team:
    """A server's model, and of the libraries here the one of which it serves skills as adapters, if there is one."""
    from sleepy_coder.lm.http import HttpModel, served_adapters
    from sleepy_coder.lm.served.server import Patience, split_name

    model, patience = settings.model, Patience(at_once=settings.requests_at_once)
    split_name(model)
    known = {
        name: read_manifest(registry.folder / name)
        for base in paths.bases
        for registry in [Registry(base)]
        for name in sorted(registry.versions(), key=lambda one: one != registry.current_id())
        if version is None or name.startswith(version)
    }
    try:
        found = served_adapters(model, [(name, sorted(manifest.skills)) for name, manifest in known.items()])
    except ModelBroken:  # stage 0 does without a server; the first question will say what is wrong
        found = None
    if found is None:
        return Team(FixedRouter(), None, model, lambda: HttpModel(model, patience=patience))
    name, adapters = found
    skills = {skill: known[name].skills[skill].signatures for skill in adapters}
    return Team(
        SignatureRouter(skills),
        None,
        model,
        lambda: HttpModel(model, adapters=adapters, patience=patience),
        served_remotely=name,
    )
