using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Processing;

/// <summary>The result of processing a file: an error, or activities without ids.</summary>
internal sealed record ProcessedFile(string? Error, IReadOnlyList<DetailedActivity> Activities)
{
    public static ProcessedFile Failed(string error) => new(error, []);

    /// <summary>The result in a few words, for the journal.</summary>
    public string Describe()
    {
        if (Error is not null)
        {
            return Error;
        }

        return string.Join(", ", Activities.Select(activity => activity.SportType));
    }
}
