using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Processing;

/// <summary>What became of a file: an error, or the activities it makes, without ids.</summary>
internal sealed record ProcessedFile(string? Error, IReadOnlyList<DetailedActivity> Activities)
{
    public static ProcessedFile Failed(string error) => new(error, []);
}
