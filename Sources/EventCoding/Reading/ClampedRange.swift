/// The range from `lower` to `upper`, empty at `lower` when `upper` lies before it: spans of tokens that may cross.
infix operator ..<| : RangeFormationPrecedence

@inline(__always)
func ..<| (lower: Int, upper: Int) -> Range<Int> { lower..<max(lower, upper) }
