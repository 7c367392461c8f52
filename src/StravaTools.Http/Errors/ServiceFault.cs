using System.Net;

namespace StravaTools.Http.Errors;

/// <summary>What an unsuccessful response says. An entry of its list of errors, or only its message.</summary>
/// <param name="StatusCode">The status.</param>
/// <param name="Location">The address of a redirect to another host; null for any other response.</param>
/// <param name="Message">The message.</param>
/// <param name="Resource">The resource of the entry, in lowercase; empty if it is missing.</param>
/// <param name="Field">The field of the entry, in lowercase; empty if it is missing.</param>
/// <param name="Code">The code of the entry, in lowercase; empty if it is missing.</param>
internal sealed record ServiceFault(
    HttpStatusCode StatusCode, Uri? Location, string Message, string Resource = "", string Field = "", string Code = "");
