using StravaTools.FakeStrava.Journal;

namespace StravaTools.FakeStrava.Http;

/// <summary>The name of an endpoint, in the journal and for faults.</summary>
/// <param name="Name">Such as createUpload.</param>
/// <param name="Part">The part of the fake that the endpoint belongs to.</param>
internal sealed record OperationName(string Name, AnsweredBy Part)
{
    /// <summary>The name of an endpoint's class, such as CreateUpload, as an operation.</summary>
    public static OperationName FromClass(string name, AnsweredBy part = AnsweredBy.Strava) =>
        new($"{char.ToLowerInvariant(name[0])}{name[1..]}", part);

    /// <summary>The names of all operations, for faults; read when they are needed.</summary>
    public static IEnumerable<string> ListNames(IEndpointRouteBuilder endpoints) => endpoints.DataSources
        .SelectMany(source => source.Endpoints)
        .Select(endpoint => endpoint.Metadata.GetMetadata<OperationName>()?.Name)
        .OfType<string>()
        .Distinct(StringComparer.Ordinal);

    /// <summary>The operation that the route of a request leads to; null if no route matches.</summary>
    public static OperationName? FindOperation(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<OperationName>();
}
