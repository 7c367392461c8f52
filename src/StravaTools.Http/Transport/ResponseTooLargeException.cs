using System.Globalization;
using System.Net;

namespace StravaTools.Http.Transport;

/// <summary>A successful response is longer than any documented one.</summary>
internal sealed class ResponseTooLargeException(HttpStatusCode statusCode) : IOException(
    string.Create(CultureInfo.InvariantCulture, $"the response ({(int)statusCode}) is longer than {ApiResponse.MaxLength:N0} bytes"))
{
    public HttpStatusCode StatusCode => statusCode;
}
