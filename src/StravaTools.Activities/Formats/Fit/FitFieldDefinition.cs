namespace StravaTools.Activities.Formats.Fit;

/// <summary>A field as the FIT profile defines it. A file may store it with another base type; its definition message says so.</summary>
/// <param name="number">The number in its message.</param>
/// <param name="type">The base type in which it is written.</param>
/// <param name="scale">The stored number is (value + offset) * scale. The value has the unit of the model, such as seconds.</param>
/// <param name="offset">See <paramref name="scale"/>.</param>
internal sealed class FitFieldDefinition(byte number, FitBaseType type, double scale = 1, double offset = 0)
{
    public byte Number { get; } = number;

    public FitBaseType Type { get; } = type;

    public double Scale { get; } = scale;

    public double Offset { get; } = offset;

    public double FromStored(double stored) => (stored / Scale) - Offset;

    public double ToStored(double value) => Math.Round((value + Offset) * Scale);
}
