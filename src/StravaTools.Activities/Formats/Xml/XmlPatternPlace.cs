namespace StravaTools.Activities.Formats.Xml;

/// <summary>A name or a value in a <see cref="XmlPointPattern"/>.</summary>
/// <param name="Piece">The piece of markup that it is in, or that ends where it begins.</param>
/// <param name="Offset">Its beginning in the piece.</param>
/// <param name="Length">Its length; -1 if it differs from point to point and ends where the next piece begins.</param>
internal readonly record struct XmlPatternPlace(int Piece, int Offset, int Length);
