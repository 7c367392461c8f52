using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Tests.Fakes;

public sealed class DefaultServersTests
{
    private readonly Dictionary<string, string?> _environment = new(StringComparer.Ordinal) { ["A"] = "mine" };
    private readonly DefaultServers _servers;

    public DefaultServersTests() => _servers = new DefaultServers(name => _environment.GetValueOrDefault(name), (name, value) => _environment[name] = value);

    [Fact]
    public void What_was_there_before_comes_back()
    {
        Push(1, "one");
        Assert.Equal(("one", "one"), Now);

        _servers.Remove(1);
        Assert.Equal(("mine", null), Now);
    }

    [Fact]
    public void The_newest_is_in_charge_and_gives_way_to_the_one_before()
    {
        Push(1, "one");
        Push(2, "two");

        _servers.Remove(2);
        Assert.Equal(("one", "one"), Now);
    }

    [Fact]
    public void One_that_is_gone_does_not_come_back()
    {
        Push(1, "one");
        Push(2, "two");

        _servers.Remove(1);
        Assert.Equal(("two", "two"), Now);

        _servers.Remove(2);
        Assert.Equal(("mine", null), Now);
    }

    [Fact]
    public void What_somebody_has_set_since_stays()
    {
        Push(1, "one");
        _environment["A"] = "theirs";

        _servers.Remove(1);
        Assert.Equal(("theirs", "one"), Now);
    }

    [Fact]
    public void One_that_never_was_changes_nothing()
    {
        _servers.Remove(1);

        Assert.Equal(("mine", null), Now);
    }

    private (string?, string?) Now => (_environment.GetValueOrDefault("A"), _environment.GetValueOrDefault("B"));

    private void Push(int key, string value) =>
        _servers.PushServer(key, new Dictionary<string, string?>(StringComparer.Ordinal) { ["A"] = value, ["B"] = value });
}
