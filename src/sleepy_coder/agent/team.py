"""Who may be asked: a library's router and skills, and a language model, loaded when the first question comes."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sleepy_coder.embedded.location import EMBEDDED, library_folder, model_folder
from sleepy_coder.errors import ModelBroken
from sleepy_coder.lm.model import LanguageModel, ModelIdentity
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.manifest import FILE
from sleepy_coder.registry.version import Version
from sleepy_coder.routing.library_router import library_router
from sleepy_coder.routing.router import FixedRouter, Router

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(slots=True)
class Team:
    """A router, and the model behind it with the skills of one library version (None: no library, the router abstains).

    `model` loads on the first call and raises ModelBroken if it cannot; `identity` before that knows the name alone.
    """

    router: Router
    library: Version | None
    name: str
    loader: "Callable[[], LanguageModel]"
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
        return self.library.id if self.library is not None else None


def assemble(home: Path, model: str, device: str = "auto", version: str | None = None) -> Team:
    """The team for work with `model` under the library that is served, or under `version`.

    On first use the package's own library is installed. A library belongs to one base model, so any other model works
    without it. Raises ModelBroken for a damaged library, UsageError for an unknown version.
    """
    library = _library(home, version) if model == EMBEDDED or version is not None else None
    if library is None and model != EMBEDDED:
        current = Registry(home).current()
        library = current if current is not None and current.manifest.base_model.id == model else None
    router: Router = library_router(library.manifest, library.path) if library is not None else FixedRouter()
    return Team(router, library, model, lambda: _load(model, device))


def _library(home: Path, version: str | None) -> Version | None:
    registry = Registry(home)
    if version is not None:
        return registry.load(version)
    if registry.current_id() is None and (library_folder() / FILE).is_file():
        return registry.install_initial(library_folder())
    return registry.current()


def _load(model: str, device: str) -> LanguageModel:
    if model == EMBEDDED and not model_folder().is_dir():
        raise ModelBroken(
            "the embedded model's weights are missing, so nobody can answer what the compiler has no suggestion for: "
            "reinstall sleepy-coder, or name another model with --model"
        )
    from sleepy_coder.lm import local  # torch takes seconds to import, and stage 0 does without

    return local.load(model, device=None if device == "auto" else device)
