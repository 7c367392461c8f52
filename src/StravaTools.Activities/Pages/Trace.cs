using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Pages;

/// <summary>One of the stacked charts.</summary>
/// <param name="Key">Its name in styles and scripts.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Unit">The unit for people.</param>
/// <param name="Rows">One value per row, NaN if the row has none.</param>
/// <param name="Axis">The vertical axis.</param>
internal sealed record Trace(string Key, string Title, string Unit, float[] Rows, TraceAxis Axis)
{
    /// <summary>How values are shown.</summary>
    public TraceUnit Format { get; init; }

    /// <summary>The decimals of a shown value.</summary>
    public int Decimals { get; init; }

    /// <summary>Its average and its extremes, for readers without a script.</summary>
    public string Note { get; init; } = "";

    /// <summary>Steps for a unit in the data of the page.</summary>
    public double Scale => Unit is "m" or "km/h" or "min/km" ? 10 : 1;

    /// <summary>True if the chart is an area.</summary>
    public bool IsArea => Key == TraceReader.Altitude;

    /// <summary>A value as text, without its unit.</summary>
    public string FormatValue(double value)
    {
        if (Format == TraceUnit.Pace)
        {
            return PaceText.Format(value / 3.6, 1000);
        }

        return PageText.FormatNumber(value, Decimals);
    }

    /// <summary>A value without decimals, for narrow places.</summary>
    public string FormatLabel(double value)
    {
        if (Format == TraceUnit.Pace)
        {
            return FormatValue(value);
        }

        return PageText.FormatNumber(value);
    }

    /// <summary>A label of the vertical axis.</summary>
    public string FormatTick(double value)
    {
        if (Format == TraceUnit.Pace)
        {
            return FormatValue(value);
        }

        return MessageText.Format($"{value:#,0.##}");
    }
}
