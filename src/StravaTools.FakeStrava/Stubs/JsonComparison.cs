using Newtonsoft.Json.Linq;

namespace StravaTools.FakeStrava.Stubs;

/// <summary>Compares JSON as WireMock's equalToJson does.</summary>
internal static class JsonComparison
{
    public static bool AreEqual(JToken expected, JToken actual, bool ignoresOrder, bool ignoresExtra) => (expected, actual) switch
    {
        (JValue { Type: JTokenType.String } value, _) when ((string)value!).StartsWith("${json-unit.", StringComparison.Ordinal) =>
            JsonPlaceholder.Matches((string)value!, actual),
        (JObject object1, JObject object2) => object1.Properties().All(property =>
                object2.TryGetValue(property.Name, StringComparison.Ordinal, out var other)
                && AreEqual(property.Value, other, ignoresOrder, ignoresExtra))
            && (ignoresExtra || object1.Count == object2.Count),
        (JArray array1, JArray array2) => AreArraysEqual(array1, array2, ignoresOrder, ignoresExtra),
        (JValue { Type: JTokenType.Integer or JTokenType.Float } one, JValue { Type: JTokenType.Integer or JTokenType.Float } other) =>
            (double)one == (double)other,
        _ => JToken.DeepEquals(expected, actual),
    };

    private static bool AreArraysEqual(JArray expected, JArray actual, bool ignoresOrder, bool ignoresExtra)
    {
        if (ignoresExtra ? actual.Count < expected.Count : actual.Count != expected.Count)
        {
            return false;
        }

        if (!ignoresOrder)
        {
            return expected.Zip(actual, (one, other) => AreEqual(one, other, ignoresOrder, ignoresExtra)).All(equal => equal);
        }

        var rest = actual.ToList();
        foreach (var item in expected)
        {
            var found = rest.FindIndex(other => AreEqual(item, other, ignoresOrder, ignoresExtra));
            if (found < 0)
            {
                return false;
            }

            rest.RemoveAt(found);
        }

        return true;
    }
}
