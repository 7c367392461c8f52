namespace StravaTools.FakeStrava.Representations;

/// <summary>Seconds in a zone of heart rate or power.</summary>
/// <param name="Min">Where the zone begins.</param>
/// <param name="Max">Where it ends; <see cref="NoEnd"/> for the last zone.</param>
/// <param name="Time">Seconds.</param>
internal sealed record ZoneBucket(int Min, int Max, int Time)
{
    public const int NoEnd = -1;
}
