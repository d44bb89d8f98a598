"""The router of a library version: the one that its manifest asks for, made from what lies in its folder."""

from pathlib import Path

from sleepy_coder.routing.router import Router
from sleepy_coder.routing.signature_router import SignatureRouter, Skills


def library_router(manifest: Skills, folder: Path) -> Router:
    """The library's own router, so that both are promoted and rolled back together."""
    return SignatureRouter.of(manifest)
