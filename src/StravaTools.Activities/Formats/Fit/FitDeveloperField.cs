
namespace StravaTools.Activities.Formats.Fit;

/// <summary>A developer field in a definition. A field_description message defines its type.</summary>
internal readonly record struct FitDeveloperField(byte Number, byte DeveloperDataIndex, int Offset, int Size);
