using System.Text.Json.Serialization;
using StravaTools.Http.Authorization;

namespace StravaTools.Sync.PostgreSql.Tokens;

/// <summary>JSON of tokens.</summary>
[JsonSerializable(typeof(StoredTokens))]
internal sealed partial class TokensJson : JsonSerializerContext;
