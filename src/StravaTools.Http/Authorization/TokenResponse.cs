using System.Globalization;
using System.Text.Json;

namespace StravaTools.Http.Authorization;

/// <summary>
/// A server's response to a token request (RFC 6749, 5.1). It is read leniently: even if something else is wrong with it, a new refresh
/// token replaces the old one, which the server accepts only once.
/// </summary>
/// <param name="AccessToken">The access token; null if the response contains no token that can be sent.</param>
/// <param name="RefreshToken">The refresh token; null if the response contains no token that can be sent.</param>
/// <param name="Lifetime">How long the access token is valid; null if the response does not say so, or not plausibly.</param>
/// <param name="Scope">The granted scope.</param>
/// <param name="AthleteId">The ID of the athlete who logged in; null if the response does not say it, as after a renewal.</param>
internal sealed record TokenResponse(string? AccessToken, string? RefreshToken, TimeSpan? Lifetime, string? Scope, long? AthleteId)
{
    private static readonly TimeSpan MaxLifetime = TimeSpan.FromDays(3660);

    /// <summary>Reads a response; null if it is not a JSON object.</summary>
    /// <param name="body">The body.</param>
    /// <param name="now">The current time, for servers that return only expires_at.</param>
    public static TokenResponse? FromBody(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            return FromObject(json.RootElement, now);
        }
        catch (JsonException)
        {
            // The exception may quote a token.
            return null;
        }
    }

    /// <summary>Does not contain the tokens.</summary>
    public override string ToString() => "token response (hidden)";

    private static TokenResponse FromObject(JsonElement json, DateTimeOffset now)
    {
        var lifetime = ReadSeconds(json, "expires_in") ?? ReadSeconds(json, "expires_at") - now.ToUnixTimeSeconds();
        return new TokenResponse(
            ReadToken(json, "access_token"), ReadToken(json, "refresh_token"),
            lifetime > 0 && lifetime < MaxLifetime.TotalSeconds ? TimeSpan.FromSeconds(lifetime.Value) : null, ReadScope(json),
            ReadAthlete(json));
    }

    /// <summary>A token that cannot be sent in a header is not one.</summary>
    private static string? ReadToken(JsonElement json, string name)
    {
        if (json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 } token && !token.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return token;
        }

        return null;
    }

    private static double? ReadSeconds(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number))
        {
            return number;
        }

        if (value.ValueKind == JsonValueKind.String && double.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var text))
        {
            return text;
        }

        return null;
    }

    private static long? ReadAthlete(JsonElement json)
    {
        if (json.TryGetProperty("athlete", out var athlete) && athlete.ValueKind == JsonValueKind.Object
            && athlete.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number))
        {
            return number;
        }

        return null;
    }

    /// <summary>"space-delimited" (RFC 6749, 3.3), but commas and arrays occur, too.</summary>
    private static string? ReadScope(JsonElement json)
    {
        if (!json.TryGetProperty("scope", out var scope))
        {
            return null;
        }

        return scope.ValueKind switch
        {
            JsonValueKind.String => scope.GetString(),
            JsonValueKind.Array => string.Join(',', scope.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.String)
                .Select(entry => entry.GetString())),
            _ => null,
        };
    }
}
