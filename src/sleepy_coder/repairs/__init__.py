"""What stage 0 knows beyond what rustc suggests: repairs that a diagnostic implies."""
