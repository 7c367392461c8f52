namespace StravaTools.FakeStrava.Stubs;

/// <summary>A stub or a pattern that cannot be used, with the place of the problem.</summary>
internal sealed class StubFormatException(string place, string message) : Exception(message)
{
    /// <summary>A JSON pointer, such as /request/metod.</summary>
    public string Place => place;

    public static StubFormatException UnknownField(string place, string name) =>
        new($"{place}/{name}", $"Unrecognized field \"{name}\", not marked as ignorable");

    public static StubFormatException NotSupported(string place) =>
        new(place, "The fake does not support this part of WireMock's stubs");
}
