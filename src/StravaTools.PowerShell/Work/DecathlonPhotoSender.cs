using StravaTools.Decathlon;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>Stores pictures as they come, adds them to their activities at the end, and tells PowerShell what became of each.</summary>
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

    public async Task StoreAsync(string activityId, List<ResolvedPath> files, CancellationToken cancellationToken)
    {
        for (var i = 0; i < files.Count; i++)
        {
            if (files[i].IsPassedOver)
            {
                engine.WriteVerbose($"'{files[i].FullPath}' is a directory and is passed over.");
            }
            else if (await engine.ShouldProcessAsync($"activity {activityId}", $"{Verb} photo {files[i].FullPath}", cancellationToken))
            {
                await StoreAsync(GroupOf(activityId), files[i].FullPath, PathInput.DescribePosition(i, files.Count), cancellationToken);
            }
        }
    }

    public async Task AttachAsync(CancellationToken cancellationToken)
    {
        foreach (var group in _groups.Values)
        {
            await using var progress = new FileProgress(engine, "Add-DecathlonPhoto", $"Changing activity {group.ActivityId}", "", TimeProvider.System);
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

    private string Verb => replace ? "Replace all photos by" : "Add";

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

    private async Task StoreAsync(DecathlonPhotoGroup group, string path, string place, CancellationToken cancellationToken)
    {
        try
        {
            await using var progress = new FileProgress(engine, "Add-DecathlonPhoto", $"Sending {Path.GetFileName(path)}", place, TimeProvider.System);
            await group.StoreAsync(path, options, cancellationToken);
        }
        catch (ApiException e)
        {
            engine.WriteError(ErrorRecords.CreateRecord(e, path));
        }
    }

    private DecathlonPhotoGroup GroupOf(string activityId)
    {
        if (!_groups.TryGetValue(activityId, out var group))
        {
            _groups.Add(activityId, group = new DecathlonPhotoGroup(client, activityId, replace));
        }

        return group;
    }
}
