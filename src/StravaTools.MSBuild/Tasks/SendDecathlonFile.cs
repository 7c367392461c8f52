using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using StravaTools.Decathlon;
using StravaTools.Http.Errors;

namespace StravaTools.MSBuild.Tasks;

/// <summary>Stores files at Decathlon. A rejected file is a build error; the other files are still stored.</summary>
[MSBuildMultiThreadableTask]
public sealed class SendDecathlonFile : DecathlonTask
{
    /// <summary>The files: GPX, TCX, JSON, XML, or JPEG.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Removes the location from pictures before they are sent.</summary>
    public bool RemoveLocation { get; set; }

    /// <summary>Converts PNG pictures to JPEG.</summary>
    public bool ConvertToJpeg { get; set; }

    /// <summary>The stored files, with the metadata Url and ContentType.</summary>
    [Output]
    public ITaskItem[] Stored { get; private set; } = [];

    /// <inheritdoc/>
    protected override async System.Threading.Tasks.Task ExecuteAsync(DecathlonClient client, CancellationToken cancellationToken)
    {
        var options = new PictureOptions { RemoveLocation = RemoveLocation, ConvertToJpeg = ConvertToJpeg };
        var stored = new List<ITaskItem>();
        foreach (var item in Files)
        {
            try
            {
                var file = await DecathlonFiles.ReadAsync(FullPath(item.ItemSpec), options, cancellationToken);
                var url = await client.StoreAsync(file, cancellationToken);
                var result = new TaskItem(item);
                result.SetMetadata("Url", url.OriginalString);
                result.SetMetadata("ContentType", file.ContentType);
                stored.Add(result);
                Log.LogMessage("Stored {0} as {1}", item.ItemSpec, url);
            }
            catch (ApiException e)
            {
                LogError(e, item.ItemSpec);
            }
        }

        Stored = [.. stored];
    }
}
