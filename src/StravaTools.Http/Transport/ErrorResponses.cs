using System.Net;
using StravaTools.Http.Errors;
using StravaTools.Http.Text;

namespace StravaTools.Http.Transport;

/// <summary>Turns unsuccessful responses into exceptions.</summary>
internal static class ErrorResponses
{
    private const int MaxExcerptLength = 200;

    /// <param name="answer">An unsuccessful response.</param>
    /// <param name="changesSomething">Whether the request may have taken effect before the server failed.</param>
    /// <param name="errors">The errors of the service.</param>
    /// <param name="limits">Its rate limits; null if it does not report any.</param>
    public static ApiException ToException(ApiResponse answer, bool changesSomething, ServiceErrors errors, IRateLimits? limits = null)
    {
        if (FindKnown(answer, errors) is { } known)
        {
            return Create(known, answer, errors);
        }

        var details = Describe(answer, errors);
        var status = (int)answer.StatusCode;
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized when details.Contains("permission missing", StringComparison.Ordinal) =>
                New(errors.MissingScope, details),
            HttpStatusCode.Unauthorized => New(errors.NotAuthorized, details),
            HttpStatusCode.TooManyRequests => Limited(),
            HttpStatusCode.Forbidden when details.Contains("rate limit", StringComparison.OrdinalIgnoreCase) => Limited(),
            HttpStatusCode.Forbidden => New(errors.Forbidden, details),
            HttpStatusCode.NotFound => New(errors.NotFound, details),
            HttpStatusCode.Conflict when errors.Conflict is { } conflict => New(conflict, details),
            >= HttpStatusCode.InternalServerError when changesSomething =>
                New(errors.FateUnknown, $"the server failed ({status}): {details}"),
            >= HttpStatusCode.InternalServerError => New(errors.ServerFailed, status, details),
            >= HttpStatusCode.BadRequest => New(errors.RequestRefused, status, details),
            _ => New(errors.UnexpectedAnswer, status, details),
        };

        ApiException New(ErrorDescriptor error, params object?[] arguments) =>
            Complete(errors.Create(error, null, arguments), answer, details);

        ApiException Limited()
        {
            if (limits is null)
            {
                return New(errors.RateLimited, details);
            }

            return limits.CreateError(read: !changesSomething, details, answer);
        }
    }

    /// <summary>Creates the exception of an error whose text contains the status and the details.</summary>
    public static ApiException Create(ErrorDescriptor error, ApiResponse answer, ServiceErrors errors)
    {
        var details = Describe(answer, errors);
        return Complete(errors.Create(error, null, (int)answer.StatusCode, details), answer, details);
    }

    /// <summary>
    /// Finds the service's own error for a response; null if it has none. Its text contains the status and the details.
    /// </summary>
    public static ErrorDescriptor? FindKnown(ApiResponse answer, ServiceErrors errors)
    {
        if (errors.FindError is not { } find)
        {
            return null;
        }

        return ErrorBody.FromResponse(answer).Faults(answer).Select(find).FirstOrDefault(error => error is not null);
    }

    /// <summary>
    /// The error for a successful response whose body cannot be read. A request that changes something may have succeeded.
    /// </summary>
    public static ApiException NotAsDocumented(ApiResponse answer, bool changesSomething, ServiceErrors errors)
    {
        var details = Describe(answer, errors);
        var status = (int)answer.StatusCode;
        var exception = changesSomething
            ? errors.Create(errors.FateUnknown, cause: null, $"the response ({status}) cannot be read: {details}")
            : errors.Create(errors.UnexpectedAnswer, cause: null, status, details);
        exception.StatusCode = answer.StatusCode;
        return exception;
    }

    /// <summary>The server's explanation, in one line of plain text, without secrets.</summary>
    public static string Describe(ApiResponse answer, ServiceErrors errors)
    {
        var description = ErrorBody.FromResponse(answer).Describe(errors.FindHint);
        if (description.Length == 0)
        {
            description = PlainText.Shorten(HtmlText.ToPlain(answer.Text), MaxExcerptLength);
        }

        if (answer.Headers.Location is { IsAbsoluteUri: true } target)
        {
            description = $"redirect to {target.GetLeftPart(UriPartial.Authority)} {description}".TrimEnd();
        }

        if (description.Length == 0)
        {
            return "no details";
        }

        return PlainText.ToMessage(answer.Redaction.HideSecrets(description));
    }

    private static ApiException Complete(ApiException exception, ApiResponse answer, string details)
    {
        exception.StatusCode = answer.StatusCode;
        exception.Details = details;
        exception.Body = answer.Body;
        return exception;
    }
}
