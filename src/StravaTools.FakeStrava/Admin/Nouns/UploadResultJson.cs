using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Processing;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>What an upload becomes when its processing is due: an error, or activities without IDs.</summary>
internal sealed record UploadResultJson
{
    public string? Error { get; init; }

    public IReadOnlyList<ActivityJson> Activities { get; init; } = [];

    public static UploadResultJson? FromFile(ProcessedFile? file)
    {
        if (file is null)
        {
            return null;
        }

        return new UploadResultJson { Error = file.Error, Activities = [.. file.Activities.Select(draft => new ActivityJson(draft))] };
    }

    public ProcessedFile ToFile(FakeStravaOptions options)
    {
        if (Activities.Count == 0)
        {
            return ProcessedFile.Failed(Error ?? UploadTexts.Malformed);
        }

        return new ProcessedFile(null, [.. Activities.Select(json => json.Complete(options))]);
    }
}
