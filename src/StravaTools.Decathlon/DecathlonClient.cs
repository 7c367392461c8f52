using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using StravaTools.Http.Errors;
using StravaTools.Http.Pictures;
using StravaTools.Http.Transport;

namespace StravaTools.Decathlon;

/// <summary>
/// A client for the photos and thumbnails of Decathlon's sports tracking data (decathlon-photos.md). It is thread-safe. Every failure is an
/// <see cref="ApiException"/>, usually a <see cref="DecathlonException"/>.
/// </summary>
public sealed class DecathlonClient
{
    internal const string ApiPath = "/sportstrackingdata/v2";

    private readonly ApiTransport _transport;

    /// <param name="http">The HTTP client. Its timeout applies to each request. It must not have a default Authorization header.</param>
    /// <param name="tokens">The source of the access token. A renewable token is renewed when the server rejects it.</param>
    /// <param name="options">The application's key and the server.</param>
    /// <exception cref="DecathlonException">
    /// <see cref="DecathlonErrors.NoDecathlonApiKey"/> or <see cref="DecathlonErrors.InvalidDecathlonApiKey"/>.
    /// </exception>
    /// <exception cref="ApiException"><see cref="ApiErrors.InvalidBaseUri"/> or <see cref="ApiErrors.InsecureBaseUri"/>.</exception>
    public DecathlonClient(HttpClient http, IAccessTokenSource tokens, DecathlonClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(options);
        if (http.DefaultRequestHeaders.Authorization is not null)
        {
            throw new ArgumentException("A default Authorization header would also be sent to picture hosts.", nameof(http));
        }

        BaseUri = ServerAddress.NormalizeRoot(options.BaseUri, ApiPath);
        var api = new Uri(BaseUri, ApiPath[1..] + "/");
        var key = KeyValuePair.Create("x-api-key", CheckKey(options.ApiKey));
        var service = new ApiService(api, DecathlonServiceErrors.All) { Header = key };
        var exchange = new HttpExchange(http, options.TimeProvider, options.RequestCompleted, DecathlonServiceErrors.All);
        var retries = new RetryPolicy(options.TimeProvider, DecathlonServiceErrors.All.ServerUnreachable);
        _transport = new ApiTransport(exchange, tokens, service, retries);
    }

    /// <summary>The root of the server.</summary>
    public Uri BaseUri { get; }

    /// <summary>Stores a file (decathlon-photos.md, "Upload a photo").</summary>
    /// <returns>The address of the stored file.</returns>
    public async Task<Uri> StoreAsync(DecathlonFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        // The example sets Content-Type: application/json on a multipart form. That is a mistake in the document.
        using var form = MultipartForm.Create();
        form.AddFile(file.Name, file.Bytes, file.ContentType);
        var stored = await _transport.SendAsync(HttpMethod.Post, "upload", form, DecathlonJson.Default.StoredResponse, cancellationToken);
        if (Uri.TryCreate(stored.Url, UriKind.Absolute, out var url))
        {
            return url;
        }

        throw new DecathlonException(DecathlonErrors.DecathlonUnexpectedAnswer, 200, "it contains no url");
    }

    /// <summary>Gets an activity with its photos and thumbnail.</summary>
    public Task<DecathlonActivity> GetActivityAsync(string activityId, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Get, FormatPath(activityId), null, DecathlonJson.Default.DecathlonActivity, cancellationToken);

    /// <summary>
    /// Replaces all photos of an activity (decathlon-photos.md, "Add photo to an activity"). Photos that are not in the list are removed.
    /// Use <see cref="DecathlonPhotos"/> to add photos.
    /// </summary>
    public Task SetImagesAsync(string activityId, IReadOnlyList<string> images, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        return PutAsync(activityId, new ImagesBody(images), DecathlonJson.Default.ImagesBody, cancellationToken);
    }

    /// <summary>
    /// Replaces the thumbnail (decathlon-photos.md, "Change the thumbnail"): the address of the old one is lost unless it is saved first.
    /// <see cref="DecathlonThumbnails"/> saves it.
    /// </summary>
    public Task SetThumbnailAsync(string activityId, string url, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        return PutAsync(activityId, new ThumbnailBody(url), DecathlonJson.Default.ThumbnailBody, cancellationToken);
    }

    /// <summary>Checks a specified address before any request is sent.</summary>
    /// <exception cref="DecathlonException"><see cref="DecathlonErrors.DecathlonUrlInvalid"/>.</exception>
    internal static string CheckUrl(string url)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var address) && ServerAddress.IsSafe(address))
        {
            return url;
        }

        throw new DecathlonException(DecathlonErrors.DecathlonUrlInvalid, url);
    }

    /// <summary>Downloads a picture from any host. Neither the token nor the API key is sent.</summary>
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

    /// <summary>The response to a PUT is not documented, so it is ignored.</summary>
    private async Task PutAsync<T>(string activityId, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        await _transport.SendAsync(HttpMethod.Put, FormatPath(activityId), content, cancellationToken);
    }

    /// <summary>Allows only characters that cannot lead to another path.</summary>
    private static string FormatPath(string activityId)
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
