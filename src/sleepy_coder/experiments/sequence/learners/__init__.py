"""Whoever learns one skill a night: LoRAs of several kinds, and Share."""
