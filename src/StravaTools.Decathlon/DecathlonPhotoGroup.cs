using StravaTools.Http.Errors;

namespace StravaTools.Decathlon;

/// <summary>
/// The photos of one activity. They are stored one by one and then added with a single write, so that they do not overwrite each other and
/// a replacement covers all of them.
/// </summary>
public sealed class DecathlonPhotoGroup(DecathlonClient client, string activityId, bool replace)
{
    private readonly List<(string? File, string Url)> _photos = [];
    private bool _isKnown;
    private ApiException? _unknown;
    private bool _isPartial;

    /// <summary>The activity.</summary>
    public string ActivityId => activityId;

    /// <summary>Adds a photo by its address, without a request.</summary>
    /// <exception cref="DecathlonException"><see cref="DecathlonErrors.DecathlonUrlInvalid"/>.</exception>
    public void AddPhoto(string url)
    {
        try
        {
            _photos.Add((null, DecathlonClient.CheckUrl(url)));
        }
        catch (ApiException)
        {
            _isPartial = true;
            throw;
        }
    }

    /// <summary>Notes that a photo is unavailable. Existing photos are then not replaced.</summary>
    public void NoteMissing() => _isPartial = true;

    /// <summary>Stores a photo. The first call checks that the activity exists, so that nothing is stored unnecessarily.</summary>
    public async Task StoreAsync(string path, PictureOptions options, CancellationToken cancellationToken = default)
    {
        try
        {
            var file = await DecathlonFiles.ReadPictureAsync(path, options, cancellationToken);
            await CheckActivityAsync(cancellationToken);
            var url = await client.StoreAsync(file, cancellationToken);
            _photos.Add((path, url.OriginalString));
        }
        catch
        {
            _isPartial = true;
            throw;
        }
    }

    /// <summary>
    /// Adds the stored photos to the activity. Returns a result for every photo, or an error for every photo that contains its address.
    /// </summary>
    public async Task<(IReadOnlyList<DecathlonPhotoResult> Added, IReadOnlyList<ApiException> Errors)> AttachAsync(
        CancellationToken cancellationToken = default)
    {
        if (_photos.Count == 0)
        {
            return ([], []);
        }

        try
        {
            if (replace && _isPartial)
            {
                throw new DecathlonException(DecathlonErrors.DecathlonReplacePartly, activityId);
            }

            var activity =
                await new DecathlonPhotos(client).AddAsync(activityId, [.. _photos.Select(photo => photo.Url)], replace, cancellationToken);
            return ([.. _photos.Select(photo => ToResult(photo, activity))], []);
        }
        catch (ApiException e)
        {
            return ([], [.. _photos.Select(photo => photo.File is null ? e : StoredOnly(photo.File, new Uri(photo.Url), activityId, e))]);
        }
    }

    /// <summary>
    /// Creates the error for a stored file that was not added. It contains the address, so that the file is not sent twice.
    /// </summary>
    internal static DecathlonException StoredOnly(string file, Uri url, string activityId, ApiException why) =>
        new(DecathlonErrors.DecathlonStoredOnly, why, file, url, activityId, why.Summary)
        {
            StoredUrl = url,
            StatusCode = why.StatusCode,
            Details = why.Details
        };

    private async Task CheckActivityAsync(CancellationToken cancellationToken)
    {
        if (_unknown is not null)
        {
            throw _unknown;
        }

        if (!_isKnown)
        {
            try
            {
                await client.GetActivityAsync(activityId, cancellationToken);
                _isKnown = true;
            }
            catch (ApiException e) when (e.Error == DecathlonErrors.DecathlonNotFound
                || e.Error == DecathlonErrors.DecathlonActivityIdInvalid)
            {
                _unknown = e;
                throw;
            }
        }
    }

    private DecathlonPhotoResult ToResult((string? File, string Url) photo, DecathlonActivity activity) => new()
    {
        ActivityId = activityId,
        Url = photo.Url,
        File = photo.File,
        PhotoCount = activity.Images?.Count ?? 0,
    };
}
