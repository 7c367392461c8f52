using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Processing;

/// <summary>The result of processing a file: an error, or activities without ids.</summary>
internal sealed record ProcessedFile(string? Error, IReadOnlyList<DetailedActivity> Activities)
{
    public static ProcessedFile Failed(string error) => new(error, []);
}
