using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using StravaTools.Decathlon;
using StravaTools.Http.Errors;

namespace StravaTools.MSBuild.Tasks;

/// <summary>Stores files at Decathlon. A file that is refused is a build error; the rest goes on.</summary>
[MSBuildMultiThreadableTask]
public sealed class SendDecathlonFile : DecathlonTask
{
    /// <summary>The files: GPX, TCX, JSON, XML or JPEG.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Take out of pictures where they were taken.</summary>
    public bool RemoveLocation { get; set; }

    /// <summary>The files that are stored: metadata Url and ContentType.</summary>
    [Output]
    public ITaskItem[] Stored { get; private set; } = [];

    /// <inheritdoc/>
    protected override async System.Threading.Tasks.Task ExecuteAsync(DecathlonClient client, CancellationToken cancellationToken)
    {
        var stored = new List<ITaskItem>();
        foreach (var item in Files)
        {
            try
            {
                var file = await DecathlonFiles.ReadAsync(FullPath(item.ItemSpec), new PictureOptions { RemoveLocation = RemoveLocation }, cancellationToken);
                var url = await client.StoreAsync(file, cancellationToken);
                var result = new TaskItem(item);
                result.SetMetadata("Url", url.OriginalString);
                result.SetMetadata("ContentType", file.ContentType);
                stored.Add(result);
                Log.LogMessage("Stored {0} as {1}", item.ItemSpec, url);
            }
            catch (ApiException e)
            {
                LogError(e.Code, e.Message, item.ItemSpec);
            }
        }

        Stored = [.. stored];
    }
}
