namespace StravaTools.Activities.Formats.Fit;

/// <summary>
/// One step of reading a record: the position of a value, how it is stored (value = stored / scale - offset), and its target.
/// </summary>
internal readonly record struct FitRecordStep(
    FitRecordTarget Target, FitBaseType Type, int Position, int Size, double Scale, double Offset);
