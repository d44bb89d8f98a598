"""The forms in which what was learned leaves: peft folders, a merged model, GGUF files; each read back and certified.

peft     one folder for each skill, named as a server must call it (`adapter_name`), and routes.json
merged   one transformers folder with one skill in its weights
gguf     base.gguf, and a LoRA for each skill beside it, and routes.json
"""

import json
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr
from dataclasses import dataclass
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from typing import Any

from sleepy_coder.adapters.peft_files import export_peft, import_peft
from sleepy_coder.durable import write_atomically
from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.exchange.certificate import MOST_TOKENS, Certificate, Certificates, tokens_in_common
from sleepy_coder.exchange.llama_cpp import LlamaCpp
from sleepy_coder.exchange.merged import add_to, bare_copy, merge_into, with_rounded_weights, write_merged
from sleepy_coder.exchange.parity import Examination
from sleepy_coder.lm.http import adapter_name
from sleepy_coder.lm.local import LocalModel, load
from sleepy_coder.lm.model import ModelIdentity
from sleepy_coder.registry.version import Version
from sleepy_coder.share.fold import FoldedAdapter

ROUTES = "routes.json"
BASE = "base.gguf"


@dataclass(frozen=True, slots=True)
class Export:
    """What is exported: the skills' ΔW by id, of one version, for one model; `tell` hears what is going on."""

    folder: Path
    version: Version
    skills: Mapping[str, FoldedAdapter]
    examination: Examination
    precision: str = "float32"
    llama: LlamaCpp | None = None
    tell: Callable[[str], None] = lambda words: None

    @property
    def original(self) -> LocalModel:
        return self.examination.original

    def certificates(self) -> Certificates:
        """Where this export's certificates go."""
        identity = self.original.identity
        return Certificates(
            self.folder,
            {
                "base_model": {"id": identity.id, "digest": identity.digest},
                "library": self.version.id,
                "skills": sorted(self.skills),
            },
        )


def export_as_peft(export: Export) -> list[Certificate]:
    """Adapter folders for peft, vLLM and their kind."""
    certificates = export.certificates()
    for skill, folded in export.skills.items():
        place = export.folder / adapter_name(skill, export.version.id)
        export_peft(place, folded, base_model=export.original.identity.id)
        export.tell(f"{place.name}: written, reading it back")
        if find_spec("peft") is not None:
            read_by, model = "peft", _read_by_peft(export.original.model, place)
        else:
            read_by, model = "sleepy-coder", merge_into(export.original.model, import_peft(place))
        certificates.add(export.examination.compare("peft", skill, read_by, _same_talk(export, model)))
    _write_routes(export)
    return certificates.found


def export_as_merged(export: Export) -> list[Certificate]:
    """One ordinary model."""
    ((skill, folded),) = export.skills.items()
    merged, precision = merge_into(export.original.model, folded), export.precision
    write_merged(export.folder, merged, export.original.tokenizer, precision)
    export.tell("written, reading it back")
    exported = load(str(export.folder), precision="float32")
    certificates = export.certificates()
    rounded = None if precision == "float32" else with_rounded_weights(merged, precision, vectors=True)
    certificates.add(export.examination.compare("merged", skill, "transformers", exported, precision, rounded))
    return certificates.found


def export_as_gguf(export: Export) -> list[Certificate]:
    """Files for llama.cpp, Ollama and their kind."""
    if find_spec("gguf") is None:
        raise EnvironmentFault("GGUF files need the gguf package: `pip install 'sleepy-coder[gguf]'`")
    from sleepy_coder.exchange.gguf_files import write_base, write_lora

    original, certificates = export.original, export.certificates()
    base = export.folder / BASE
    name = original.identity.id.rstrip("/").rpartition("/")[2]
    write_base(base, original.model, original.tokenizer, name=name, end=original.chat.end, precision=export.precision)
    export.tell(f"{BASE}: written, reading it back")
    exported, rounded = _read_by_transformers(export, base), None
    if export.precision != "float32":
        rounded = with_rounded_weights(original.model, export.precision, vectors=False)
    certificates.add(export.examination.compare("gguf", None, "transformers", exported, export.precision, rounded))
    if export.llama is not None:
        certificates.add(_ask_llama(export, export.llama, None, None))
    for skill, folded in export.skills.items():
        path = export.folder / f"{adapter_name(skill, export.version.id)}.gguf"
        write_lora(path, folded, original.model.config, name=skill)
        export.tell(f"{path.name}: written, reading it back")
        with_skill = _with_lora(export, exported, path)
        expected = None if rounded is None else merge_into(rounded, folded)
        certificates.add(
            export.examination.compare("gguf", skill, "transformers", with_skill, export.precision, expected)
        )
        if export.llama is not None:
            certificates.add(_ask_llama(export, export.llama, skill, path))
    _write_routes(export)
    return certificates.found


def _read_by_peft(model: Any, place: Path) -> Any:
    import warnings

    from peft import PeftModel

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # peft asks transformers for properties by their old names
        return PeftModel.from_pretrained(bare_copy(model).float(), place).merge_and_unload()


def _read_by_transformers(export: Export, base: Path) -> LocalModel:
    """transformers has a GGUF reader of its own, of the same shapes; the template and end token come from the file."""
    import gguf
    import torch
    from transformers import AutoModelForCausalLM

    with redirect_stderr(StringIO()):  # it draws progress bars whatever one asks for
        model = AutoModelForCausalLM.from_pretrained(base.parent, gguf_file=base.name, dtype=torch.float32)
    reader = gguf.GGUFReader(base)
    exported = _same_talk(export, model.eval())
    template, end = (reader.get_field(key) for key in (gguf.Keys.Tokenizer.CHAT_TEMPLATE, gguf.Keys.Tokenizer.EOS_ID))
    exported.tokenizer.chat_template = None if template is None else template.contents()
    exported.chat.end = -1 if end is None else int(end.contents())
    return exported


def _with_lora(export: Export, base: LocalModel, path: Path) -> LocalModel:
    from sleepy_coder.exchange.gguf_files import read_lora
    from sleepy_coder.exchange.gguf_shape import as_read, shape_of, tensor_name

    shape, deltas = shape_of(base.model.config), read_lora(path)
    model = bare_copy(base.model)
    for matrix in export.original.attachment.shapes:
        delta = deltas.get(tensor_name(shape, f"{matrix}.weight"))
        if delta is not None:
            add_to(model, matrix, as_read(shape, matrix, delta))
    found = _same_talk(export, model)
    found.tokenizer.chat_template, found.chat.end = base.tokenizer.chat_template, base.chat.end
    return found


def _ask_llama(export: Export, llama: LlamaCpp, skill: str | None, lora: Path | None) -> Certificate:
    """Free greedy tokens, and llama.cpp's own way of cutting the prompts."""
    exam, original = export.examination, export.original
    truth = exam.truth(skill)
    asked = list(zip(exam.texts, exam.prompts, strict=True))
    said = llama.answer(export.folder / BASE, asked, end=original.chat.end, most=MOST_TOKENS, lora=lora)
    compared, equal = tokens_in_common(truth.answers, [one.tokens for one in said.answers])
    return Certificate(
        form="gguf",
        skill=skill,
        read_by=f"llama.cpp {said.release}",
        precision=export.precision,
        prompts=len(asked),
        logit_difference=None,
        rounding_difference=None,
        tokens_compared=compared,
        tokens_equal=equal,
        fixed_by_original=(),
        fixed_by_export=(),
        same_prompts=[one.ids for one in said.answers] == exam.prompts,
        same_template=said.template == original.tokenizer.chat_template,
        same_end=said.end == original.chat.end,
    )


def _same_talk(export: Export, model: Any) -> LocalModel:
    """A model read back, with a tokenizer of its own that is the original's."""
    import copy

    return LocalModel(model.eval(), copy.deepcopy(export.original.tokenizer), ModelIdentity("exported", ""))


def _write_routes(export: Export) -> None:
    """Which error goes to which adapter: for programs that route by themselves."""
    manifest = export.version.manifest
    routes = {
        adapter_name(skill, export.version.id): list(manifest.skills[skill].signatures)
        for skill in export.skills
        if skill in manifest.skills
    }
    content = {"schema": "sleepy-coder/routes/1", "library": export.version.id, "routes": routes}
    write_atomically(export.folder / ROUTES, json.dumps(content, indent=2).encode() + b"\n", mode=0o644)


FORMATS: dict[str, Callable[[Export], list[Certificate]]] = {
    "peft": export_as_peft,
    "merged": export_as_merged,
    "gguf": export_as_gguf,
}
