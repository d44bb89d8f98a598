"""Fits the vector routers to a library's signatures, and finds by leaving wordings out how sure they must be.

A skill's signatures are its examples; `others` are signatures that belong to no skill. scikit-learn is needed here
alone.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sleepy_coder.routing.features import WIDTH, features
from sleepy_coder.routing.vector_router import CentroidRouter, LearnedRouter, codes_of
from sleepy_coder.rust.signature import wording

FOLDS = 5
KNOWN_ABSTAINED = 0.005  # of left-out wordings of a skill, at most
ACCEPTED = (0.3, 0.7)  # cosines between which the least accepted one lies

Keys = Mapping[str, Sequence[str]]


def fit_centroids(keys: Keys) -> CentroidRouter:
    """Means of unit vectors; all skills accept what is about as near as a signature of their own that was left out."""
    centroids, left_out = [], []
    for found in keys.values():
        rows = np.stack([features(key) for key in found])
        total = rows.sum(axis=0)
        centroids.append(total / (np.linalg.norm(total) or 1.0))
        if len(rows) > 1:
            others = total - rows
            left_out += ((rows * others).sum(axis=1) / np.linalg.norm(others, axis=1).clip(1e-9)).tolist()
    least = float(np.clip(np.quantile(left_out, KNOWN_ABSTAINED), *ACCEPTED)) if left_out else ACCEPTED[1]
    shape = (len(centroids), WIDTH)
    return CentroidRouter(
        tuple(keys),
        codes_of(keys),
        np.array(centroids, np.float32).reshape(shape),
        np.full(len(centroids), least, np.float32),
    )


def fit_learned(keys: Keys, others: Sequence[str]) -> LearnedRouter:
    """Logistic regression; temperature and least confidence from wordings that the fit had not seen."""
    rows = [(key, index) for index, found in enumerate(keys.values()) for key in found]
    rows += [(key, len(keys)) for key in others]
    vectors = np.stack([features(key) for key, _ in rows])
    labels = np.array([label for _, label in rows])
    groups = _groups([key for key, _ in rows])
    logits = np.full((len(rows), len(keys) + 1), -np.inf)
    for fold in range(FOLDS):
        left_out = groups % FOLDS == fold
        if left_out.any() and not left_out.all():
            weights, bias = _regression(vectors[~left_out], labels[~left_out], len(keys) + 1)
            judged = left_out & np.isin(labels, labels[~left_out])  # nobody can know a skill by no signature at all
            logits[judged] = vectors[judged] @ weights.T + bias
    temperature = _temperature(logits, labels)
    least = _least(logits / temperature, labels, len(keys))
    weights, bias = _regression(vectors, labels, len(keys) + 1)
    exact = {key: name for name, found in keys.items() for key in found}
    return LearnedRouter(
        tuple(keys), codes_of(keys), weights.astype(np.float32), bias.astype(np.float32), temperature, least, exact
    )


def _groups(keys: Sequence[str]) -> NDArray[np.int64]:
    """Keys of one wording share a group, so that a wording is left out as a whole."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(wording(key), len(numbers)) for key in keys])


def _regression(
    vectors: NDArray[np.float32], labels: NDArray[np.int64], classes: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    from sklearn.linear_model import LogisticRegression

    present = np.unique(labels)
    weights, bias = np.zeros((classes, vectors.shape[1])), np.full(classes, -30.0)
    if len(present) == 1:
        bias[present] = 0.0
        return weights, bias
    model = LogisticRegression(C=30.0, max_iter=500, class_weight="balanced").fit(vectors, labels)
    if len(present) == 2:
        weights[present[1]], bias[present] = model.coef_[0], (0.0, model.intercept_[0])
        return weights, bias
    weights[present], bias[present] = model.coef_, model.intercept_
    return weights, bias


def _temperature(logits: NDArray[np.float64], labels: NDArray[np.int64]) -> float:
    """The one that makes the left-out labels most likely, of a grid."""
    judged = np.isfinite(logits).all(axis=1)
    if not judged.any():
        return 1.0

    def loss(temperature: float) -> float:
        scaled = logits[judged] / temperature
        scaled = scaled - scaled.max(axis=1, keepdims=True)
        chances = scaled[np.arange(len(scaled)), labels[judged]] - np.log(np.exp(scaled).sum(axis=1))
        return -float(np.clip(chances, -20, None).mean())

    return min((float(t) for t in np.geomspace(0.2, 5.0, 25)), key=loss)


def _least(logits: NDArray[np.float64], labels: NDArray[np.int64], skills: int) -> float:
    """The confidence that all but KNOWN_ABSTAINED of the left-out signatures of skills reach, between 0.3 and 0.7."""
    judged = np.isfinite(logits).all(axis=1) & (labels < skills)
    if not judged.any():
        return 0.5
    scaled = logits[judged] - logits[judged].max(axis=1, keepdims=True)
    chances = np.exp(scaled) / np.exp(scaled).sum(axis=1, keepdims=True)
    own = chances[np.arange(len(chances)), labels[judged]]
    return float(np.clip(np.quantile(own, KNOWN_ABSTAINED), 0.3, 0.7))
