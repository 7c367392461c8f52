
namespace StravaTools.Activities.Formats.Fit;

/// <summary>A developer field: its type is known only once a field_description told it.</summary>
internal readonly record struct FitDeveloperField(byte Number, byte DeveloperDataIndex, int Offset, int Size);
