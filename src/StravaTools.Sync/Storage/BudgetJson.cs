using System.Text.Json.Serialization;
using StravaTools.Sync.Budget;

namespace StravaTools.Sync.Storage;

/// <summary>JSON of the request book.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RequestBook))]
internal sealed partial class BudgetJson : JsonSerializerContext;
