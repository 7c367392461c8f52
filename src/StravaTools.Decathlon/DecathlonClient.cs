using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using StravaTools.Http.Errors;
using StravaTools.Http.Pictures;
using StravaTools.Http.Transport;

namespace StravaTools.Decathlon;

/// <summary>
/// A client for the photos and thumbnails of Decathlon's sports tracking data (decathlon-photos.md). One instance serves any number of
/// concurrent calls; every failure is a <see cref="DecathlonException"/>.
/// </summary>
public sealed class DecathlonClient
{
    internal const string ApiPath = "/sportstrackingdata/v2";

    private readonly ApiTransport _transport;

    /// <param name="http">Sends the requests; its timeout bounds each of them. It must not have an Authorization header of its own.</param>
    /// <param name="tokens">Where the access token comes from; one that can be renewed is, when the server refuses it.</param>
    /// <param name="options">The application's key, and where the server is.</param>
    /// <exception cref="DecathlonException">
    /// <see cref="DecathlonErrors.NoDecathlonApiKey"/>, <see cref="DecathlonErrors.InvalidDecathlonApiKey"/> or
    /// <see cref="ApiErrors.InsecureBaseUri"/>.
    /// </exception>
    public DecathlonClient(HttpClient http, IAccessTokenSource tokens, DecathlonClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(options);
        if (http.DefaultRequestHeaders.Authorization is not null)
        {
            throw new ArgumentException("A default Authorization header would be sent to hosts of pictures too.", nameof(http));
        }

        BaseUri = ServerAddress.NormalizeRoot(options.BaseUri, ApiPath);
        var service = new ApiService(new Uri(BaseUri, ApiPath[1..] + "/"),
            DecathlonServiceErrors.All)
        { Header = new("x-api-key", CheckKey(options.ApiKey)) };
        var exchange = new HttpExchange(http, options.TimeProvider, options.RequestCompleted, DecathlonServiceErrors.All);
        _transport = new ApiTransport(exchange, tokens, service,
            new RetryPolicy(options.TimeProvider, DecathlonServiceErrors.All.ServerUnreachable));
    }

    /// <summary>The root of the server.</summary>
    public Uri BaseUri { get; }

    /// <summary>Stores a file (decathlon-photos.md, "Upload a photo").</summary>
    /// <returns>Where it can be fetched from now on.</returns>
    public async Task<Uri> StoreAsync(DecathlonFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        // The example says Content-Type: application/json beside the form, which no form can have: a slip that is not copied.
        using var form = MultipartForm.Create();
        form.AddFile(file.Name, file.Bytes, file.ContentType);
        var stored = await _transport.SendAsync(HttpMethod.Post, "upload", form, DecathlonJson.Default.StoredResponse, cancellationToken);
        if (Uri.TryCreate(stored.Url, UriKind.Absolute, out var url))
        {
            return url;
        }

        throw new DecathlonException(DecathlonErrors.DecathlonUnexpectedAnswer, 200, "there is no url in it");
    }

    /// <summary>An activity with its photos and its thumbnail.</summary>
    public Task<DecathlonActivity> GetActivityAsync(string activityId, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, PathOf(activityId), null, DecathlonJson.Default.DecathlonActivity, cancellationToken);

    /// <summary>
    /// Replaces the photos of an activity by a list (decathlon-photos.md, "Add photo to an activity"): what is not in it is no photo of the
    /// activity any more. <see cref="DecathlonPhotos"/> adds to what is there.
    /// </summary>
    public Task SetImagesAsync(string activityId, IReadOnlyList<string> images, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        return PutAsync(activityId, new ImagesBody(images), DecathlonJson.Default.ImagesBody, cancellationToken);
    }

    /// <summary>
    /// Replaces the thumbnail (decathlon-photos.md, "Change the thumbnail"): the address of the old one is lost, unless it was saved
    /// before, as
    /// <see cref="DecathlonThumbnails"/> does.
    /// </summary>
    public Task SetThumbnailAsync(string activityId, string url, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        return PutAsync(activityId, new ThumbnailBody(url), DecathlonJson.Default.ThumbnailBody, cancellationToken);
    }

    /// <summary>Checks an address that somebody gave, before a request is spent on it.</summary>
    /// <exception cref="DecathlonException"><see cref="DecathlonErrors.DecathlonUrlInvalid"/>.</exception>
    internal static string CheckUrl(string url)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var address) && ServerAddress.IsSafe(address))
        {
            return url;
        }

        throw new DecathlonException(DecathlonErrors.DecathlonUrlInvalid, url);
    }

    /// <summary>Fetches a picture from wherever it is: without the token and the key, which are none of that host's business.</summary>
    public async Task<Picture> DownloadAsync(string url, CancellationToken cancellationToken = default)
    {
        var address = new Uri(CheckUrl(url));
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var answer = await _transport.SendElsewhereAsync(request, cancellationToken);
        if (answer.IsSuccess)
        {
            return new Picture(Path.GetFileName(address.AbsolutePath), answer.Body);
        }

        throw ErrorResponses.ToException(answer, changesSomething: false, DecathlonServiceErrors.All);
    }

    /// <summary>What an answer to a PUT says is not documented, so nothing is read of it.</summary>
    private async Task PutAsync<T>(string activityId, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        await _transport.SendAsync(HttpMethod.Put, PathOf(activityId), content, cancellationToken);
    }

    /// <summary>Nothing that could lead to another path.</summary>
    private static string PathOf(string activityId)
    {
        if (activityId is { Length: > 0 } && activityId.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            return $"activities/{activityId}";
        }

        throw new DecathlonException(DecathlonErrors.DecathlonActivityIdInvalid, activityId);
    }

    private static string CheckKey(string? key)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            throw new DecathlonException(DecathlonErrors.NoDecathlonApiKey);
        }

        if (key.Trim().AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new DecathlonException(DecathlonErrors.InvalidDecathlonApiKey);
        }

        return key.Trim();
    }
}
