using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Tests.Fakes;

public sealed class DefaultServersTests
{
    private readonly Dictionary<string, string?> _environment = new(StringComparer.Ordinal) { ["A"] = "mine" };
    private readonly DefaultServers _servers;

    public DefaultServersTests() =>
        _servers = new DefaultServers(name => _environment.GetValueOrDefault(name), (name, value) => _environment[name] = value);

    [Fact]
    public void Previous_values_are_restored()
    {
        Push(1, "one");
        Assert.Equal(("one", "one"), Now);

        _servers.Remove(1);
        Assert.Equal(("mine", null), Now);
    }

    [Fact]
    public void Newest_server_is_active_and_then_the_previous_one()
    {
        Push(1, "one");
        Push(2, "two");

        _servers.Remove(2);
        Assert.Equal(("one", "one"), Now);
    }

    [Fact]
    public void Removed_server_is_not_restored()
    {
        Push(1, "one");
        Push(2, "two");

        _servers.Remove(1);
        Assert.Equal(("two", "two"), Now);

        _servers.Remove(2);
        Assert.Equal(("mine", null), Now);
    }

    [Fact]
    public void Value_that_was_changed_in_the_meantime_is_kept()
    {
        Push(1, "one");
        _environment["A"] = "theirs";

        _servers.Remove(1);
        Assert.Equal(("theirs", "one"), Now);
    }

    [Fact]
    public void Removing_an_unknown_server_changes_nothing()
    {
        _servers.Remove(1);

        Assert.Equal(("mine", null), Now);
    }

    private (string?, string?) Now => (_environment.GetValueOrDefault("A"), _environment.GetValueOrDefault("B"));

    private void Push(int key, string value) =>
        _servers.PushServer(key, new Dictionary<string, string?>(StringComparer.Ordinal) { ["A"] = value, ["B"] = value });
}
