
namespace StravaTools.Http.Pictures;

/// <summary>An entry of a directory: its tag, and the length and position of its values.</summary>
internal readonly record struct TiffEntry(int Position, ushort Tag, long ValueLength, int ValuePosition, uint Value);
