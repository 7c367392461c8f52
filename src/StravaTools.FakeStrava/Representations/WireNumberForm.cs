namespace StravaTools.FakeStrava.Representations;

/// <summary>How a number is written in the JSON of the current profile.</summary>
internal enum WireNumberForm
{
    /// <summary>1000.0</summary>
    Fraction,

    /// <summary>1000, rounded.</summary>
    Whole,

    /// <summary>0, but 1000.0.</summary>
    FractionUnlessZero,
}
