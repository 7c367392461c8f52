using System.Net;
using StravaTools.Http.Errors;

namespace StravaTools.Client;

/// <summary>Faults of Strava's that have their own remedy (field-notes.md, 7).</summary>
internal static class StravaFaults
{
    /// <summary>Returns the error of a fault; null if the status describes it sufficiently.</summary>
    public static ErrorDescriptor? FindError(ServiceFault fault) => fault switch
    {
        { StatusCode: HttpStatusCode.Gone } => StravaErrors.ApiMoved,
        { Location: { } target } when StravaHosts.IsStrava(target) => StravaErrors.ApiMoved,
        { StatusCode: HttpStatusCode.PaymentRequired } => StravaErrors.SubscriptionRequired,
        { Resource: "application", Field: "status", Code: "inactive" } => StravaErrors.ApplicationInactive,
        { Resource: "application", Field: "internal" } => StravaErrors.EndpointRestricted,
        { Resource: "resource", Field: "path", Code: "invalid" } => StravaErrors.EndpointRemoved,
        { StatusCode: HttpStatusCode.Forbidden } when IsCapacity(fault.Message) => StravaErrors.AthleteCapacityReached,
        _ => null,
    };

    private static bool IsCapacity(string message) =>
        message.Contains("connected athletes", StringComparison.OrdinalIgnoreCase)
        || message.Contains("too many athletes", StringComparison.OrdinalIgnoreCase);
}
