using StravaTools.Decathlon;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>Stores pictures as they arrive, adds them to their activities at the end, and reports the outcome of each.</summary>
internal sealed class DecathlonPhotoSender(IEngine engine, DecathlonClient client, PictureOptions options, bool replace)
{
    private readonly Dictionary<string, DecathlonPhotoGroup> _groups = new(StringComparer.Ordinal);

    public async Task AddAsync(string activityId, IEnumerable<string> urls, CancellationToken cancellationToken)
    {
        foreach (var url in urls)
        {
            if (await engine.ShouldProcessAsync($"activity {activityId}", $"{Verb} photo {url}", cancellationToken))
            {
                AddPhoto(GroupOf(activityId), url);
            }
        }
    }

    /// <summary>A picture of an activity could not be found.</summary>
    public void NoteMissing(string activityId) => GroupOf(activityId).NoteMissing();

    public Task StoreAsync(string activityId, List<ResolvedPath> files, CancellationToken cancellationToken) =>
        FileLoop.RunAsync(engine, files, (path, position, token) => StoreAsync(activityId, path, position, token), cancellationToken);

    public async Task AttachAsync(CancellationToken cancellationToken)
    {
        foreach (var group in _groups.Values)
        {
            await using var progress = CreateProgress($"Updating activity {group.ActivityId}", position: "");
            var (added, errors) = await group.AttachAsync(cancellationToken);
            foreach (var photo in added)
            {
                engine.WriteObject(photo);
            }

            foreach (var error in errors)
            {
                engine.WriteError(ErrorRecords.CreateRecord(error, group.ActivityId));
            }
        }
    }

    private string Verb => replace ? "Replace all photos with" : "Add";

    private void AddPhoto(DecathlonPhotoGroup group, string url)
    {
        try
        {
            group.AddPhoto(url);
        }
        catch (ApiException e)
        {
            engine.WriteError(ErrorRecords.CreateRecord(e, url));
        }
    }

    private async Task StoreAsync(string activityId, string path, string position, CancellationToken cancellationToken)
    {
        if (!await engine.ShouldProcessAsync($"activity {activityId}", $"{Verb} photo {path}", cancellationToken))
        {
            return;
        }

        await using var progress = CreateProgress($"Sending {Path.GetFileName(path)}", position);
        await GroupOf(activityId).StoreAsync(path, options, cancellationToken);
    }

    private FileProgress CreateProgress(string step, string position) =>
        new(engine, "Add-DecathlonPhoto", step, position, TimeProvider.System);

    private DecathlonPhotoGroup GroupOf(string activityId)
    {
        if (!_groups.TryGetValue(activityId, out var group))
        {
            _groups.Add(activityId, group = new DecathlonPhotoGroup(client, activityId, replace));
        }

        return group;
    }
}
