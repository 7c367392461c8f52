using StravaTools.Client;
using StravaTools.Client.Photos;
using StravaTools.Http.Errors;
using StravaTools.Http.Pictures;
using StravaTools.Http.Transport;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>Adds the same pictures to one activity after the other and reports the outcome of each.</summary>
internal sealed class PhotoSender : IDisposable
{
    private readonly HttpClient _http = ApiHttp.CreateClient();
    private readonly IEngine _engine;
    private readonly StravaClient _client;
    private readonly IReadOnlyList<(string Path, Picture Picture)> _pictures;

    private PhotoSender(IEngine engine, IReadOnlyList<(string Path, Picture Picture)> pictures)
    {
        _engine = engine;
        var options = new StravaClientOptions { RequestCompleted = request => engine.WriteRequest(request) };
        _client = new StravaClient(_http, new NoAccessToken(ApiErrors.NoAccessToken), options);
        _pictures = pictures;
    }

    /// <exception cref="ApiException">A picture does not exist or is not a picture.</exception>
    public static async Task<PhotoSender> CreateAsync(
        IEngine engine, IReadOnlyList<string> paths, bool removeLocation, CancellationToken cancellationToken)
    {
        var pictures = new List<(string, Picture)>();
        foreach (var path in paths)
        {
            var picture = await PictureFiles.ReadPictureAsync(path, cancellationToken);
            pictures.Add((path, removeLocation ? PictureLocation.Remove(picture) : picture));
        }

        return new PhotoSender(engine, pictures);
    }

    public void Dispose() => _http.Dispose();

    public async Task SendAsync(PhotoTarget activity, CancellationToken cancellationToken)
    {
        for (var i = 0; i < _pictures.Count; i++)
        {
            var (path, picture) = _pictures[i];
            try
            {
                await SendAsync(activity, activity.Addresses.ElementAtOrDefault(i), path, picture, cancellationToken);
            }
            catch (ApiException e)
            {
                _engine.WriteError(ErrorRecords.CreateRecord(e, activity.Name));
            }
        }
    }

    private async Task SendAsync(
        PhotoTarget activity, PhotoMetadata? address, string path, Picture picture, CancellationToken cancellationToken)
    {
        var result = new PhotoResult
        {
            Outcome = PhotoOutcome.Skipped,
            Path = activity.Path,
            ActivityId = activity.ActivityId,
            ActivityUrl = activity.ActivityUrl,
            PhotoPath = path,
            Reason = activity.WhyNot,
        };
        if (activity.WhyNot is not null)
        {
            _engine.WriteObject(result);
        }
        else if (address is null)
        {
            throw PhotoAddresses.Missing(activity.Name, activity.Addresses.Count);
        }
        else if (await _engine.ShouldProcessAsync(activity.Name, $"Add photo {path}", cancellationToken))
        {
            await UploadAsync(address, picture, cancellationToken);
            _engine.WriteObject(result with { Outcome = PhotoOutcome.Added });
        }
    }

    private async Task UploadAsync(PhotoMetadata address, Picture picture, CancellationToken cancellationToken)
    {
        await using var progress = new FileProgress(_engine, "Add-StravaPhoto", $"Sending {picture.Name}", "", TimeProvider.System);
        await _client.UploadPhotoAsync(address, picture, cancellationToken);
    }
}
