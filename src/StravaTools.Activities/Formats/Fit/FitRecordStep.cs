namespace StravaTools.Activities.Formats.Fit;

/// <summary>One step of reading a record: where a value lies, how it is stored (value = stored / scale - offset) and what it is for.</summary>
internal readonly record struct FitRecordStep(FitRecordTarget Target, FitBaseType Type, int Position, int Size, double Scale, double Offset);
