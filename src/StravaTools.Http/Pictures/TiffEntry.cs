
namespace StravaTools.Http.Pictures;

/// <summary>An entry of a directory: its tag, the bytes its values take, and where they are.</summary>
internal readonly record struct TiffEntry(int Position, ushort Tag, long ValueLength, int ValuePosition, uint Value);
